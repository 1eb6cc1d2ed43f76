import { useEffect, useState } from 'preact/hooks';
import type { Participant } from '../console/console.query.js';
import { useConsole } from '../console/state.js';
import { useAction } from '../shared/action.js';
import { Button } from '../shared/button.js';
import { Confirm } from '../shared/confirm.js';
import { useSay } from '../shared/language.js';
import { problemOf, Trouble } from '../shared/problem.js';
import { Duties, type Duty } from './duties.js';
import { RemoveParticipant, UpdateParticipant } from './people.query.js';
import { peopleWords } from './people.words.js';

/** Where the checks lead to. */
export const rowOf = (participantId: string): string => `participant-${participantId}`;

/** One participant: duties, seat, and the way out. */
export function PersonRow({ participant, isOpen }: { participant: Participant; isOpen: boolean }) {
  const say = useSay(peopleWords);
  const action = useAction();
  const leaving = useAction();
  const { meeting, attempt, isBusy, isLost } = useConsole();
  const [seat, setSeat] = useState(participant.seat);
  const [isAsking, askWhether] = useState(false);
  const { id, person, duties } = participant;
  const { name } = person;
  useEffect(() => setSeat(participant.seat), [participant.seat]);

  const change = (said: string, input: { duties?: Duty[]; seat?: string }, onBusy?: () => void) =>
    action.run(() =>
      attempt({
        said,
        operation: UpdateParticipant,
        variables: { participantId: id, input },
        // Of two operators who switch duties of one person, neither undoes what the other did.
        expectedSeq: meeting.seq,
      }).catch((error) => {
        if (problemOf(error).code !== 'BUSY' || !onBusy) throw error;
        onBusy();
      }),
    );
  // Left while something else is under way, it is kept as soon as that is done; offline it stays as it was typed.
  const [isLeft, leaveSeat] = useState(false);
  useEffect(() => {
    if (!isLeft || isBusy) return;
    leaveSeat(false);
    if (isLost || seat.trim() === participant.seat) return;
    // Another row may have been quicker: this one waits on.
    void change(say.setSeat(name), { seat }, () => leaveSeat(true));
  }, [isLeft, isBusy]);
  const leave = async (): Promise<void> => {
    const variables = { participantId: id };
    const isDone = await leaving.run(() =>
      attempt({ said: say.removePerson(name), operation: RemoveParticipant, variables }),
    );
    if (isDone) askWhether(false);
  };

  return (
    <li class="person-row" id={rowOf(id)} tabIndex={-1} data-testid="person">
      <p class="person-name">
        <bdi class="row-title">{name}</bdi>
        <span class="dim">
          <bdi class="row-fact">{person.organization.name}</bdi>
          {person.post && <bdi class="row-fact">{person.post}</bdi>}
        </span>
      </p>
      <Duties
        label={say.dutiesOf(name)}
        duties={duties}
        set={(next) => void change(say.setDuties(name), { duties: next })}
        isDisabled={!isOpen || isBusy || isLost}
      />
      <input
        class="seat"
        type="text"
        aria-label={say.seatOf(name)}
        placeholder={say.seat}
        maxLength={50}
        value={seat}
        disabled={!isOpen}
        onInput={({ currentTarget }) => setSeat(currentTarget.value)}
        onBlur={() => leaveSeat(true)}
        onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && leaveSeat(true)}
      />
      <Button
        class="quiet-button"
        aria-label={say.removePerson(name)}
        isOff={!isOpen || isBusy || isLost}
        onClick={() => askWhether(true)}
      >
        {say.remove}
      </Button>
      <Trouble problem={action.problem} fields={{ duties: say.as, seat: say.seat }} />
      {isAsking && (
        <Confirm
          title={say.removeAsk(name)}
          yes={say.remove}
          action={leaving}
          onYes={leave}
          onNo={() => {
            leaving.forget();
            askWhether(false);
          }}
        >
          <p>{say.removeMeans}</p>
        </Confirm>
      )}
    </li>
  );
}
