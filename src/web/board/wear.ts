import { useLayoutEffect } from 'preact/hooks';
import { type Face, isFar } from './face.js';

/**
 * Puts a board's looks on the page: the styles read them off its root element, make every size a part of the screen's shorter
 * side [Z1], and turn a board that hangs upright where the computer doesn't know it [Z5].
 */
export function useWear({ view, theme, ratio, language }: Face): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
    root.dataset.view = view;
    root.dataset.theme = theme;
    root.dataset.distance = isFar({ ratio }) ? 'far' : 'usual';
    root.style.setProperty('--ratio', String(ratio));
  }, [view, theme, ratio, language]);
}
