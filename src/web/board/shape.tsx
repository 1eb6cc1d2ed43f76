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
