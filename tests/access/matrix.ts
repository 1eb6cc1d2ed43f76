import { type Part, parts } from '../support/cast.js';

/**
 * Who may use which field of the API, written by hand as a second opinion on src/access/table.ts. + allowed, . refused,
 * o only one's own. In the order of `parts`: administrator, account | appointed HOST, RECORDER, COMMENTER, TELLER, account of a
 * SPEAKER | participants: HOST, RECORDER, COMMENTER, SPEAKER, TELLER, GUEST, ATTENDEE | display, public.
 */
const rows = `
++ +++++ +++++++ ++  Query.meetings Query.node Query.serverTime Query.refusals Query.viewer Query.signInWays
++ +++++ +++++++ ++  Query.sessions Query.pairing Mutation.signIn Mutation.useInvitation Mutation.endSession
++ +++++ +++++++ ++  Mutation.requestPairing Mutation.claimDisplay Mutation.enter Mutation.signOut
++ +++++ +++++++ +.  Mutation.renewSession
.. ..... ....... +.  Mutation.reportDisplay
++ +++++ ....... ..  Query.organizations Query.persons Mutation.createMeeting Mutation.changePassword
++ +++++ ....... ..  Mutation.createOrganization Mutation.updateOrganization Mutation.deleteOrganization
++ +++++ ....... ..  Mutation.createPerson Mutation.updatePerson Mutation.deletePerson
+. ..... ....... ..  Query.accounts Query.auditTrail Mutation.createAccount Mutation.updateAccount
+. ..... ....... ..  Mutation.suspendAccount Mutation.reinstateAccount Mutation.inviteAgain
+. ..... ....... ..  Mutation.appoint Mutation.dismiss
+. +++++ +++++++ +.  Query.meeting Query.board Query.journal Subscription.board Subscription.journal
+. +++++ +++++++ +.  Subscription.speakerCalled Subscription.commentPosted
+. ++... ++..... ..  Mutation.updateMeeting Mutation.deleteMeeting Mutation.scheduleMeeting Mutation.unscheduleMeeting
+. ++... ++..... ..  Mutation.openMeeting Mutation.pauseMeeting Mutation.resumeMeeting Mutation.closeMeeting
+. ++... ++..... ..  Mutation.archiveMeeting Mutation.undoLastStep Mutation.callItem Mutation.recallSpeaker
+. ++... ++..... ..  Mutation.endItem Mutation.skipItem Mutation.addItem Mutation.updateItem Mutation.moveItem Mutation.planAgenda
+. ++... ++..... ..  Mutation.dropItem Mutation.addParticipant Mutation.updateParticipant Mutation.removeParticipant
+. ++... ++..... ..  Mutation.addRequirement Mutation.updateRequirement Mutation.dropRequirement
+. ++... ++..... ..  Mutation.blackOutBoard Mutation.lightBoard Mutation.showMessage Mutation.withdrawMessage
+. ++... ++..... ..  Mutation.revealRequirement Mutation.endStatement Mutation.startComment Mutation.skipComment
+. ++... ++..... ..  Mutation.pauseTurn Mutation.resumeTurn Mutation.extendTurn
+. ++... ++..... ..  Mutation.openBallot Mutation.closeBallot Mutation.revealResult Mutation.holdAgain
+. ++.+. ++..+.. ..  Mutation.reportTurnout Mutation.recordTally
+. ++..o ++.o... ..  Mutation.addWrittenStatement Mutation.dropWrittenStatement Mutation.writeStatement
+. ++... ++o.... ..  Mutation.draftComment Mutation.postComment Mutation.correctComment Mutation.retractComment
o. oo... ooo.... ..  Mutation.editDraft Mutation.discardDraft Mutation.postDraft
+. ++.+. ++..+.. ..  Query.pairingOf Mutation.confirmDisplay Mutation.updateDisplay Mutation.revokeDisplay
+. ++.+. ++..+.. ..  Mutation.issueSlips Mutation.revokeSlip
+. ++.+o ++oo+oo ..  Mutation.signInParticipant Mutation.recordLeaving
`;

export type Cell = '+' | '.' | 'o';

/** By field, for each part. */
export const matrix: ReadonlyMap<string, Record<Part, Cell>> = new Map(
  rows
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [cells = '', names = ''] = row.split('  ');
      const bare = cells.replaceAll(' ', '');
      const byPart = Object.fromEntries(parts.map((part, index) => [part, bare[index]])) as Record<Part, Cell>;
      return names.split(' ').map((name) => [name, byPart] as const);
    }),
);
