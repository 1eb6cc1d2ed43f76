import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { id as reference } from '../input.js';
import { MeetingRow } from '../meeting/meeting.entity.js';
import { Meeting } from '../meeting/meeting.type.js';
import { Duty } from '../people/participant.type.js';
import { Volatile } from '../volatile.js';
import { AccountRow } from './account.entity.js';
import { checkedDuty } from './account.rules.js';
import { Account } from './account.type.js';
import { AppointmentRow } from './appointment.entity.js';
import { addAppointment, dropAppointment } from './appointment.store.js';
import { Appointment } from './appointment.type.js';

const MEETING_ID = { description: 'Id of the meeting.' };
const ACCOUNT_ID = { description: 'Id of the account.' };
const DUTY = { description: 'HOST, COMMENTER, RECORDER or TELLER.' };

@Resolver(() => Appointment)
export class AppointmentResolver {
  @FieldResolver(() => Meeting, { description: 'The meeting.' })
  meeting(@Root() { meetingId }: AppointmentRow, @Ctx() { load }: Context) {
    return load.one(MeetingRow, meetingId);
  }

  @FieldResolver(() => ID, { description: 'Id of the account.' })
  accountId(@Root() { accountId }: AppointmentRow): string {
    return accountId;
  }

  @FieldResolver(() => String, { description: 'How people know whoever is appointed.' })
  async displayName(@Root() { accountId }: AppointmentRow, @Ctx() { load }: Context) {
    return (await load.one(AccountRow, accountId))?.displayName ?? '';
  }

  @Mutation(() => Appointment, { description: 'Gives an account a duty at a meeting; it needs not be a participant.' })
  async appoint(
    @Arg('meetingId', () => ID, MEETING_ID) meeting: string,
    @Arg('accountId', () => ID, ACCOUNT_ID) account: string,
    @Arg('duty', () => Duty, DUTY) duty: Duty,
    @Ctx() { act }: Context,
  ) {
    const row = appointment(meeting, account, checkedDuty(duty));
    const { meetingId, accountId } = row;
    await act({ action: 'appoint', meetingId, subjectId: accountId, detail: { duty } }, async (manager) => {
      await addAppointment(manager, row);
    });
    return row;
  }

  @Mutation(() => Boolean, { description: 'Takes such a duty away; whether there was one.' })
  dismiss(
    @Arg('meetingId', () => ID, MEETING_ID) meeting: string,
    @Arg('accountId', () => ID, ACCOUNT_ID) account: string,
    @Arg('duty', () => Duty, DUTY) duty: Duty,
    @Ctx() { act }: Context,
  ) {
    const row = appointment(meeting, account, duty);
    const { meetingId, accountId } = row;
    const fact = { action: 'dismiss', meetingId, subjectId: accountId, detail: { duty } };
    return act(fact, (manager) => dropAppointment(manager, row));
  }
}

const appointment = (meetingId: string, accountId: string, duty: Duty): AppointmentRow => ({
  meetingId: reference('meeting', meetingId),
  accountId: reference('account', accountId),
  duty,
});

@Resolver(() => Account)
export class AccountAppointments {
  @FieldResolver(() => [Appointment], { description: 'Where the account was appointed.' })
  appointments(@Root() { id }: AccountRow, @Ctx() { load }: Context) {
    return load.many(AppointmentRow, 'accountId', id, 'meetingId');
  }
}

@Resolver(() => Meeting)
export class MeetingAppointments {
  @Volatile()
  @FieldResolver(() => [Appointment], {
    description: 'Accounts that were appointed to it, the earliest created first.',
  })
  appointments(@Root() { id }: MeetingRow, @Ctx() { load }: Context) {
    return load.many(AppointmentRow, 'meetingId', id, 'accountId');
  }
}
