import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface ScaledProps {
  src: string;
  title: string;
  /** The size of the screen that it is a picture of, in its own pixels. */
  width: number;
  height: number;
  testid?: string;
  frame?: (element: HTMLIFrameElement | null) => void;
}

/** A page of ours at the size of a screen in the room, drawn as small as there is room for. It is looked at, not used. */
export function Scaled({ src, title, width, height, testid, frame }: ScaledProps) {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} class="scaled" style={{ aspectRatio: `${width} / ${height}` }}>
      <iframe
        key={src}
        ref={frame ?? null}
        src={src}
        title={title}
        width={width}
        height={height}
        style={{ transform: `scale(${room / width})` }}
        tabIndex={-1}
        aria-hidden="true"
        loading="eager"
        data-testid={testid}
      />
    </div>
  );
}
