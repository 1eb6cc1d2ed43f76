import { useRef } from 'preact/hooks';
import type { Ballot, Candidate } from '../shared/board.query.js';
import { Fit } from './fit.js';
import { ABSTENTION, type Grade, gradesOf, partsOf } from './grades.js';
import { Label } from './label.js';
import { pageMilliseconds } from './paginate.js';
import { fillOf, Patterns, Swatch } from './pattern.js';
import { useRoom } from './room.js';
import { useSetting } from './setting.js';
import { useTurning } from './turning.js';
import { Turnout } from './turnout.js';
import { widthOf } from './width.js';
import { pagesOf } from './window.js';

function Bar({ counts, grades }: { counts: readonly number[]; grades: readonly Grade[] }) {
  const parts = partsOf(counts);
  return (
    <svg class="bar" aria-hidden="true">
      {grades.map((grade, place) => {
        const { start = 0, width = 0 } = parts[place] ?? {};
        if (width === 0) return null;
        return <rect key={place} class="part" x={`${start}%`} width={`${width}%`} height="100%" fill={fillOf(grade)} />;
      })}
    </svg>
  );
}

interface RowProps {
  readonly candidate: Candidate;
  readonly counts: readonly number[];
  readonly grades: readonly Grade[];
}

/** In ems: a name as wide as this leaves no room for the unit, and needs two rows. */
const LONG_NAME = 11;
const isLong = ({ speaker }: Candidate): boolean => widthOf(speaker.name) > LONG_NAME;

function Row({ candidate, counts, grades }: RowProps) {
  const { number, speaker } = candidate;
  const long = isLong(candidate);
  return (
    <tr class="tally-row" data-long={long ? '' : undefined} data-testid="tally">
      <td class="tally-number">{number}</td>
      <th class="tally-person" scope="row">
        <Fit class={long ? 'tally-name tally-name-long' : 'tally-name'} text={speaker.name} isName />
        {!long && <Fit class="tally-unit" text={speaker.organization} />}
      </th>
      <td class="tally-bar">
        <Bar counts={counts} grades={grades} />
      </td>
      {counts.map((count, place) => (
        <td key={place} class="tally-count" data-none={count === 0 ? '' : undefined}>
          {count}
        </td>
      ))}
    </tr>
  );
}

/** What is read of a candidate, the counts among it. */
const textOf = ({ speaker }: Candidate): string => `${speaker.name}${speaker.organization.slice(0, 12)}0000`;

/** The result of a ballot, page after page: for each candidate a bar and the counts it is made of. [Z10] */
export function ResultStage({ ballot }: { ballot: Ballot }) {
  const { words, textLanguage, isFar } = useSetting();
  const body = useRef<HTMLTableSectionElement>(null);
  const room = useRoom(body);
  const { levels, candidates } = ballot;
  const result = ballot.result ?? [];
  const hasAbstentions = ballot.abstentionsAllowed || result.some(({ abstentions }) => abstentions > 0);
  const grades = [...gradesOf(levels.length), ...(hasAbstentions ? [ABSTENTION] : [])];
  const labels = [...levels.map(({ label }) => label), ...(hasAbstentions ? [words.abstentions] : [])];
  const tallies = new Map(result.map((tally) => [tally.statementId, tally]));
  const pages = pagesOf(candidates, room, (candidate) => (isLong(candidate) ? 2 : 1));
  const longest = candidates.map(textOf).sort((a, b) => b.length - a.length)[0] ?? '';
  const page = useTurning(pages.length, candidates.length, pageMilliseconds(longest.repeat(room)));

  const countsOf = ({ statementId }: Candidate): number[] => {
    const { counts = [], abstentions = 0 } = tallies.get(statementId) ?? {};
    return [...levels.map((_, place) => counts[place] ?? 0), ...(hasAbstentions ? [abstentions] : [])];
  };
  return (
    <section class="result" data-testid="ballot-result" style={{ '--grades': grades.length }}>
      <Patterns grades={grades} />
      <header class="result-head">
        <Label phase="ballot" word={words.ballotResult}>
          {pages.length > 1 && (
            <span class="label-text">
              {isFar ? `${page + 1}/${pages.length}` : words.pageOf(page + 1, pages.length)}
            </span>
          )}
        </Label>
        <Turnout ballot={ballot} />
      </header>
      <table class="tally" lang={textLanguage}>
        <thead>
          <tr class="tally-row tally-heads">
            <td class="tally-number" />
            <td class="tally-person" />
            <td class="tally-bar" />
            {labels.map((label, place) => (
              <th key={label} class="tally-head" scope="col">
                <Swatch grade={grades[place] ?? ABSTENTION} />
                <Fit class="tally-label" text={label} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} class="tally-rows" data-testid="tallies" data-page={page + 1} data-pages={pages.length}>
          {(pages[page] ?? []).map((candidate) => (
            <Row key={candidate.statementId} candidate={candidate} counts={countsOf(candidate)} grades={grades} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
