import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Signing in through an OpenID provider.' })
export class ProviderWay {
  @Field(() => String, { description: 'What to write on the button.' })
  label!: string;

  @Field(() => String, {
    description: 'Path of the page that leads to the provider; `?to=/board/…` says where to go afterwards.',
  })
  path!: string;
}

@ObjectType({ description: 'How operators and administrators can sign in.' })
export class SignInWays {
  @Field(() => Boolean, { description: 'With a name and a password.' })
  password!: boolean;

  @Field(() => ProviderWay, { nullable: true, description: 'Through an OpenID provider, where one is configured.' })
  oidc!: ProviderWay | null;
}
