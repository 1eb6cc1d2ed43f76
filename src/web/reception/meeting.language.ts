import type { LanguageTag } from '../shared/words.js';
import type { Meeting } from './reception.query.js';

/** What is made for the participants speaks the meeting's language. */
export const languageTag = ({ language }: Meeting): LanguageTag => (language === 'EN' ? 'en' : 'zh');
