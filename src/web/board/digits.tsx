/** Digits that stand still: every one has a cell of the same width. */
export function Digits({ text, class: name, testid }: { text: string; class: string; testid?: string }) {
  return (
    <span class={`digits ${name}`} data-testid={testid} data-length={text.length}>
      {[...text].map((character, place) => (
        // The place is the identity here: a digit that changes keeps its cell.
        <span key={text.length - place} class={character === ':' ? 'colon' : 'digit'}>
          {character}
        </span>
      ))}
    </span>
  );
}
