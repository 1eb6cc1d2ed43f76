import { operation } from '../shared/operation.js';

export const UseInvitation = operation(`
  mutation UseInvitation($token: String!, $name: String, $password: String) {
    useInvitation(token: $token, name: $name, password: $password, keep: COOKIE) { expiresAt }
  }
`);
