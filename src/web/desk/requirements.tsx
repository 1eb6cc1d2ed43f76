import { useState } from 'preact/hooks';
import { RevealRequirement } from '../console/command.query.js';
import { useConsole } from '../console/state.js';
import { useAction } from '../shared/action.js';
import { Button } from '../shared/button.js';
import { Confirm } from '../shared/confirm.js';
import { useLanguage, useSay } from '../shared/language.js';
import { clockTime } from '../shared/time.js';
import { words } from '../shared/words.js';
import type { Meeting, Requirement } from './desk.query.js';
import { deskWords } from './desk.words.js';
import { RequirementForm } from './requirement.form.js';
import { AddRequirement, DropRequirement, UpdateRequirement } from './requirements.query.js';

const OPEN = ['DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED'];

/** The chair's requirements: written ahead, and revealed one by one. What the room has read stands as it is. [C12] */
export function Requirements({ meeting }: { meeting: Meeting }) {
  const say = useSay(deskWords);
  const { attempt } = useConsole();
  const isOpen = OPEN.includes(meeting.status);
  return (
    <section class="requirements-desk" data-testid="requirements-desk">
      <Reveal meeting={meeting} />
      <ol class="rows">
        {meeting.requirements.map((requirement) => (
          <One key={requirement.id} requirement={requirement} meeting={meeting} isOpen={isOpen} />
        ))}
      </ol>
      {meeting.requirements.length === 0 && <p class="dim">{say.noRequirements}</p>}
      {isOpen && (
        <RequirementForm
          title={say.addRequirement}
          name={`requirement of ${meeting.id}`}
          yes={say.add}
          save={(input) => attempt({ said: say.add, operation: AddRequirement, variables: { input } })}
        />
      )}
    </section>
  );
}

function Reveal({ meeting }: { meeting: Meeting }) {
  const say = useSay(deskWords);
  const numeral = useSay(words).numeral;
  const { send, isBusy, isLost } = useConsole();
  const next = meeting.requirements.find(({ revealedAt }) => revealedAt === null);
  const current = meeting.agenda.find(({ status }) => status === 'CURRENT');
  const isTime = meeting.status === 'LIVE' && current?.kind === 'REQUIREMENTS';
  if (!next) return null;
  const said = `${say.reveal(numeral(next.number))} ${next.heading}`;
  return (
    <p class="reveal">
      <Button
        class="button"
        isOff={!isTime || isBusy || isLost}
        onClick={() => void send({ said, operation: RevealRequirement, variables: {}, expectedSeq: meeting.seq })}
      >
        {said}
      </Button>
      {!isTime && <span class="hint">{say.revealLater}</span>}
    </p>
  );
}

interface OneProps {
  requirement: Requirement;
  meeting: Meeting;
  isOpen: boolean;
}

function One({ requirement, meeting, isOpen }: OneProps) {
  const say = useSay(deskWords);
  const { language } = useLanguage();
  const { attempt } = useConsole();
  const [asked, ask] = useState<'EDIT' | 'DROP' | null>(null);
  const { id: requirementId, number, heading, body, revealedAt } = requirement;
  if (asked === 'EDIT') {
    const variables = { requirementId };
    return (
      <li class="requirement-row">
        <RequirementForm
          title={say.editRequirement(words[language].numeral(number))}
          name={`requirement ${requirementId}`}
          present={{ heading, body }}
          yes={say.asBefore}
          save={(input) =>
            attempt({
              said: say.asBefore,
              operation: UpdateRequirement,
              variables: { ...variables, input },
              expectedSeq: meeting.seq,
            })
          }
          onDone={() => ask(null)}
        />
      </li>
    );
  }
  return (
    <li class="requirement-row" data-testid="requirement" data-revealed={revealedAt !== null}>
      <p class="row-title">
        <span class="requirement-number">{words[language].numeral(number)}</span> <bdi>{heading}</bdi>
      </p>
      {body && <p dir="auto">{body}</p>}
      {revealedAt && <p class="dim">{say.revealedAt(clockTime(Date.parse(revealedAt), meeting.timeZone))}</p>}
      {!revealedAt && isOpen && (
        <div class="buttons">
          <button type="button" class="quiet-button" onClick={() => ask('EDIT')}>
            {say.edit}
          </button>
          <button type="button" class="quiet-button" onClick={() => ask('DROP')}>
            {say.drop}
          </button>
        </div>
      )}
      {asked === 'DROP' && <Drop requirement={requirement} seq={meeting.seq} onDone={() => ask(null)} />}
    </li>
  );
}

function Drop({ requirement, seq, onDone }: { requirement: Requirement; seq: number; onDone: () => void }) {
  const say = useSay(deskWords);
  const { attempt } = useConsole();
  const action = useAction();
  const variables = { requirementId: requirement.id };
  const command = { said: say.drop, operation: DropRequirement, variables, expectedSeq: seq };
  const drop = async (): Promise<void> => {
    if (await action.run(() => attempt(command))) onDone();
  };
  return (
    <Confirm title={say.dropRequirement} yes={say.drop} action={action} onYes={drop} onNo={onDone}>
      <p>
        <bdi>{requirement.heading}</bdi>
      </p>
    </Confirm>
  );
}
