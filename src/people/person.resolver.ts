import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { anywhere, connection, PageArgs } from '../connection.js';
import type { Context } from '../context.js';
import { id as reference } from '../input.js';
import { OrganizationRow } from './organization.entity.js';
import { Organization } from './organization.type.js';
import { checkedPerson } from './people.rules.js';
import { changePerson, removePerson } from './people.store.js';
import { PersonRow } from './person.entity.js';
import { Person, PersonConnection, PersonInput } from './person.type.js';

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => PersonConnection, { description: 'The persons by name.' })
  persons(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('text', () => String, { nullable: true, description: 'Name or post contains this text, in any case.' }) text:
      | string
      | null,
    @Arg('organizationId', () => ID, { nullable: true, description: 'In this organization.' }) organizationId:
      | string
      | null,
    @Ctx() { database }: Context,
  ) {
    const query = database.manager.createQueryBuilder(PersonRow, 'row');
    if (text != null) query.andWhere('(row.name ILIKE :text OR row.post ILIKE :text)', { text: anywhere(text) });
    if (organizationId != null) {
      query.andWhere('row.organizationId = :organizationId', {
        organizationId: reference('organization', organizationId),
      });
    }
    return connection(query, page, { column: 'name', direction: 'ASC' });
  }

  @FieldResolver(() => Organization, { description: 'The person’s unit.' })
  organization(@Root() { organizationId }: PersonRow, @Ctx() { load }: Context) {
    return load.one(OrganizationRow, organizationId);
  }

  @Mutation(() => Person, { description: 'Creates a person.' })
  createPerson(
    @Arg('input', () => PersonInput, { description: 'The person.' }) input: PersonInput,
    @Ctx() services: Context,
  ) {
    return changePerson(services, { id: uuid(), ...checkedPerson(input) });
  }

  @Mutation(() => Person, { description: 'Changes a person; boards of meetings that are not over show it at once.' })
  updatePerson(
    @Arg('id', () => ID, { description: 'Id of the person.' }) id: string,
    @Arg('input', () => PersonInput, { description: 'What the person becomes.' }) input: PersonInput,
    @Ctx() services: Context,
  ) {
    return changePerson(services, { id: reference('person', id), ...checkedPerson(input) }, true);
  }

  @Mutation(() => Boolean, { description: 'Deletes a person. IN_USE while they take part in a meeting.' })
  deletePerson(@Arg('id', () => ID, { description: 'Id of the person.' }) id: string, @Ctx() services: Context) {
    return removePerson(services, reference('person', id));
  }
}
