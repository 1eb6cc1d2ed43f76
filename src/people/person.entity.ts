import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person with a post in a unit, whatever meetings they attend. */
@Entity('person')
export class PersonRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @Index('person_organization')
  @ForeignKey('OrganizationRow', { name: 'person_organization_fk' })
  organizationId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  post!: string;
}
