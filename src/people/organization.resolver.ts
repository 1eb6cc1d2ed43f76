import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { anywhere, connection, PageArgs } from '../connection.js';
import type { Context } from '../context.js';
import { id as reference } from '../input.js';
import { Volatile } from '../volatile.js';
import { OrganizationRow } from './organization.entity.js';
import { Organization, OrganizationConnection, OrganizationInput } from './organization.type.js';
import { checkedOrganization } from './people.rules.js';
import { changeOrganization, removeOrganization } from './people.store.js';

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => OrganizationConnection, { description: 'The organizations by name.' })
  organizations(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('text', () => String, { nullable: true, description: 'Name contains this text, in any case.' }) text:
      | string
      | null,
    @Arg('parentId', () => ID, { nullable: true, description: 'Directly below this organization.' }) parentId:
      | string
      | null,
    @Ctx() { database }: Context,
  ) {
    const query = database.manager.createQueryBuilder(OrganizationRow, 'row');
    if (text != null) query.andWhere('row.name ILIKE :text', { text: anywhere(text) });
    if (parentId != null) query.andWhere('row.parentId = :parentId', { parentId: reference('organization', parentId) });
    return connection(query, page, { column: 'name', direction: 'ASC' });
  }

  @Volatile()
  @FieldResolver(() => Organization, { nullable: true, description: 'The unit above; null at the top.' })
  parent(@Root() { parentId }: OrganizationRow, @Ctx() { load }: Context) {
    return load.one(OrganizationRow, parentId);
  }

  @Volatile()
  @FieldResolver(() => [Organization], { description: 'The units directly below, by name.' })
  children(@Root() { id }: OrganizationRow, @Ctx() { load }: Context) {
    return load.many(OrganizationRow, 'parentId', id, 'name');
  }

  @Mutation(() => Organization, { description: 'Creates a unit.' })
  createOrganization(
    @Arg('input', () => OrganizationInput, { description: 'The unit.' }) input: OrganizationInput,
    @Ctx() services: Context,
  ) {
    return changeOrganization(services, { id: uuid(), ...checkedOrganization(input) });
  }

  @Mutation(() => Organization, {
    description: 'Changes a unit; boards of meetings that are not over show it at once.',
  })
  updateOrganization(
    @Arg('id', () => ID, { description: 'Id of the unit.' }) id: string,
    @Arg('input', () => OrganizationInput, { description: 'What it becomes.' }) input: OrganizationInput,
    @Ctx() services: Context,
  ) {
    return changeOrganization(services, { id: reference('organization', id), ...checkedOrganization(input) }, true);
  }

  @Mutation(() => Boolean, { description: 'Deletes a unit. IN_USE while units, persons or meetings belong to it.' })
  deleteOrganization(@Arg('id', () => ID, { description: 'Id of the unit.' }) id: string, @Ctx() services: Context) {
    return removeOrganization(services, reference('organization', id));
  }
}
