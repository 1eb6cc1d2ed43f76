import { Component, type ComponentChildren, type VNode } from 'preact';

const FADE = 250;

interface Layer {
  readonly id: string;
  /**
   * Draws the layer. Elements kept from an earlier drawing would do, but each holds on to the whole tree that it was
   * drawn in, and that to the one before: after hours the page would still have every board it ever showed. [Z18]
   */
  readonly view: () => ComponentChildren;
}

interface Shown {
  readonly now: Layer;
  readonly leaving: Layer | null;
}

interface FadeProps extends Layer {
  readonly class?: string;
}

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Cross-fades to its view whenever `id` changes; what was shown stays below until the fade is over. */
export class Fade extends Component<FadeProps, Shown> {
  override state: Shown = { now: this.props, leaving: null };
  #timer: ReturnType<typeof setTimeout> | undefined;

  static override getDerivedStateFromProps({ id, view }: FadeProps, { now, leaving }: Shown): Shown {
    if (id === now.id) return { now: { id, view }, leaving };
    return { now: { id, view }, leaving: isStill() ? null : now };
  }

  override componentDidUpdate(_: FadeProps, before: Shown): void {
    if (!this.state.leaving || this.state.leaving.id === before.leaving?.id) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.setState({ leaving: null }), FADE);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  override render(): VNode {
    const { now, leaving } = this.state;
    return (
      <div class={`fade ${this.props.class ?? ''}`}>
        {leaving && (
          <div key={leaving.id} class="fade-layer" data-layer="leaving" aria-hidden="true">
            {leaving.view()}
          </div>
        )}
        <div key={now.id} class="fade-layer" data-layer="current">
          {now.view()}
        </div>
      </div>
    );
  }
}
