const PATHS = {
  circle: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18z',
  ring: 'M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20zm0 4.4a5.6 5.6 0 1 1 0 11.2a5.6 5.6 0 0 1 0-11.2z',
  triangle: 'M12 3l11 18H1z',
  square: 'M3 3h18v18H3z',
  diamond: 'M12 1l11 11l-11 11L1 12z',
  pause: 'M5 3h5v18H5zM14 3h5v18h-5z',
  check: 'M9.4 19.4l-7.2-7.2l2.9-2.9l4.3 4.3L18.9 4l2.9 2.9z',
  arrow: 'M4 3l16 9l-16 9z',
  dash: 'M2 10h20v4H2z',
  speech: 'M2 3h20v14H11l-6 5v-5H2z',
  sheet: 'M4 2h11l5 5v15H4zM8 11v2h8v-2zM8 16v2h8v-2z',
  box: 'M8 1h8v8h5v13H3V9h5zM7 13v2h10v-2z',
  bell: 'M12 2a6 6 0 0 1 6 6v6l3 4H3l3-4V8a6 6 0 0 1 6-6zM9 19.5h6a3 3 0 0 1-6 0z',
  list: 'M2 4h4v4H2zM9 4h13v4H9zM2 10h4v4H2zM9 10h13v4H9zM2 16h4v4H2zM9 16h13v4H9z',
};

export type ShapeName = keyof typeof PATHS;

/** A mark that says by its shape what its colour and the word beside it say too. */
export function Shape({ name }: { name: ShapeName }) {
  return (
    <svg class="shape" viewBox="0 0 24 24" aria-hidden="true" data-shape={name}>
      <path fill="currentColor" fill-rule="evenodd" d={PATHS[name]} />
    </svg>
  );
}
