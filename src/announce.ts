import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { firstAdministrator } from './account/first.js';
import type { Config } from './config.js';
import type { Services } from './context.js';
import { inviteOperator, keepToken, suspendOperator } from './demo/operator.js';
import { foundingMeeting, seed } from './demo/seed.js';

interface Running {
  schema: GraphQLSchema;
  services: Services;
  url: string;
}

/**
 * Says where everything is, in the terminal alone: links that let somebody in are no matter for a log. What can't be
 * prepared must not decide whether the server serves.
 */
export async function announce({ schema, services, url }: Running, config: Config, log: Logger): Promise<void> {
  const orWarn = (what: string) => (error: unknown) => {
    log.warn({ err: error }, what);
    return null;
  };
  const seeded = config.DEMO ? seed(schema, services, config.DEMO_LANGUAGE) : null;
  const meetingId = await seeded?.catch(orWarn('the founding meeting could not be prepared'));
  const operator = config.DEMO
    ? await demoOperator(services, config, log).catch(orWarn('the demo’s operator could not be prepared'))
    : await suspendOperator(services).catch(orWarn('the demo’s operator could not be suspended'));
  const first = await firstAdministrator(services).catch(
    orWarn('there may be no administrator, and none could be invited; start again'),
  );
  const home = services.home();
  log.info({ url }, 'listening');
  process.stdout.write(`
  Rostrum is running${/0\.0\.0\.0|\[::\]/.test(home) ? ', for the whole network: use this computer’s address in place of the one below' : ''}.

    Meetings   ${home}/
    Board      ${home}/board/${meetingId ?? '<meeting id>'}
${operator ? `    Operator   ${operator}  (works once, within 12 hours)\n` : ''}    GraphQL    ${home}/graphql  (HTTP and WebSocket)
    Explorer   ${config.EXPLORER ? `${home}/explorer` : 'off'}
${first ? `\n  There is no administrator yet. This link makes one; it works once, within 72 hours:\n    ${first}\n` : ''}
  Ctrl-C stops it.

`);
}

/** A link for the demo's operator; null where the founding meeting is not there, as beside meetings of one's own. */
async function demoOperator(services: Services, config: Config, log: Logger): Promise<string | null> {
  const meetingId = await foundingMeeting(services, config.DEMO_LANGUAGE);
  const invited = meetingId && (await inviteOperator(services, meetingId, config.DEMO_LANGUAGE));
  if (!invited) return null;
  await keepToken(services, invited.accountId).catch((error) =>
    log.warn({ err: error }, 'npm run rehearse will not find a token in DATA_DIR'),
  );
  return invited.link;
}
