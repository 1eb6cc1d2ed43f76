import { operation } from '../shared/operation.js';

export const SignInWays = operation(`
  query SignInWays {
    signInWays { password oidc { label path } }
  }
`);

export const SignInByPassword = operation(`
  mutation SignIn($name: String!, $password: String!) {
    signIn(name: $name, password: $password, keep: COOKIE) { expiresAt }
  }
`);
