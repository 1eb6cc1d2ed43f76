import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AgendaItem } from './console.query.js';

/** What is asked of the operator before it is done; one question at a time. */
export type Asked =
  | { readonly kind: 'SKIP_ITEM'; readonly itemId: string; readonly title: string; readonly isSpeaking: boolean }
  | { readonly kind: 'SKIP_COMMENT'; readonly statementId: string; readonly name: string }
  | { readonly kind: 'INTERMISSION' | 'MESSAGE' | 'CLOSE' | 'ARCHIVE' | 'HELP' }
  | { readonly kind: 'ADD_ITEM' }
  | { readonly kind: 'EDIT_ITEM' | 'DROP_ITEM'; readonly item: AgendaItem };

export const AskContext = createContext<(asked: Asked) => void>(() => undefined);

/** The way to put a question, from wherever on the console. */
export const useAsk = () => useContext(AskContext);
