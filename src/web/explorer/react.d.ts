// React comes without types; this is all of it that the explorer calls.
declare module 'react' {
  export function createElement(type: unknown, props: object): unknown;
}

declare module 'react-dom/client' {
  export function createRoot(root: Element): { render(element: unknown): void };
}
