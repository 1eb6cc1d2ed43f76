import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Refusal } from '../errors.js';
import type { Opened } from './session.store.js';
import type { Visit } from './viewer.js';

export const Keep = { TOKEN: 'TOKEN', COOKIE: 'COOKIE' } as const;
export type Keep = keyof typeof Keep;
registerEnumType(Keep, {
  name: 'Keep',
  description: 'Where a session’s token is to be kept.',
  valuesConfig: {
    TOKEN: {
      description:
        'By the client: send it as `Authorization: Bearer …`, or as `token` in the payload of connection_init.',
    },
    COOKIE: { description: 'By the browser, as an HttpOnly cookie that no script reads. Over HTTP only.' },
  },
});

@ObjectType({ description: 'Somebody has signed in.' })
export class SignedIn {
  @Field(() => String, { nullable: true, description: 'The token, told this once; null where a cookie keeps it.' })
  token!: string | null;

  @Field(() => Date, { description: 'When the session ends by itself.' })
  expiresAt!: Date;
}

/** Refuses what can't be done, before anything is. */
export function checkKeep({ keep }: Visit, wanted: Keep): void {
  if (wanted === 'COOKIE' && !keep) throw new Refusal('BAD_REQUEST', { detail: 'A cookie can be set over HTTP only.' });
}

/** Hands a new session over, as was asked. */
export function hand({ keep }: Visit, wanted: Keep, { token, expiresAt }: Opened): SignedIn {
  if (wanted === 'COOKIE') keep?.(token, expiresAt);
  return { token: wanted === 'COOKIE' ? null : token, expiresAt };
}
