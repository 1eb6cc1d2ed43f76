import { id, text } from '../input.js';
import type { OrganizationInput } from './organization.type.js';
import type { PersonInput } from './person.type.js';

/** Units and persons have names; a person belongs to a unit. [P4] */
export const checkedOrganization = ({ name, parentId }: OrganizationInput) => ({
  name: text('name', name, { max: 100 }),
  parentId: parentId == null ? null : id('organization', parentId),
});

export const checkedPerson = ({ name, post, organizationId }: PersonInput) => ({
  name: text('name', name, { max: 100 }),
  post: text('post', post, { max: 100, empty: true }),
  organizationId: id('organization', organizationId),
});
