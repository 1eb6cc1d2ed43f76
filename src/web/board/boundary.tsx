import { Component, type ComponentChildren } from 'preact';
import { preferredLanguage, words } from '../shared/words.js';

const RELOAD_AFTER = 10_000;

/** A board whose drawing failed says so and loads itself anew after a pause; it is never left blank. */
export class Boundary extends Component<{ children: ComponentChildren }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static override getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
    document.documentElement.dataset.state = 'FAILED';
    setTimeout(() => location.reload(), RELOAD_AFTER * (1 + Math.random()));
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div class="quiet" data-testid="failed">
        <div class="quiet-banner" />
        <p class="quiet-word">{words[preferredLanguage()].recovering}</p>
      </div>
    );
  }
}
