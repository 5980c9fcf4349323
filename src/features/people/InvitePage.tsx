import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import type { MadeLink } from '#src/api/wire/people.ts';
import { paths } from '#src/app/paths.ts';
import { FormShell } from '#src/ui/FormShell.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { useDraftForm } from '#src/ui/use-draft-form.ts';
import { InviteFormValues, inviteFormSchema, newInvitation } from './form-values.ts';
import { OneTimeLink } from './OneTimeLink.tsx';
import { PersonFields, type PersonFormControl } from './PersonFields.tsx';
import { peopleQueries, useInvite } from './queries.ts';

const back = <Link to={paths.people()}>People</Link>;

export function InvitePage() {
  const [made, setMade] = useState<{ email: string; link: MadeLink }>();
  // Whoever uses the keyboard goes on at the new heading, or at that of the form that is back.
  useEffect(() => {
    if (made) document.querySelector('h1')?.focus({ preventScroll: true });
  }, [made]);
  if (made) return <MadeInvitation {...made} onMore={() => setMade(undefined)} />;
  return <InviteForm onMade={setMade} />;
}

function InviteForm({ onMade }: { onMade: (made: { email: string; link: MadeLink }) => void }) {
  const { data: people = [] } = useQuery(peopleQueries.list());
  const { form, draft } = useDraftForm({
    draftKey: paths.invite(),
    values: InviteFormValues,
    initial: newInvitation,
    resolver: zodResolver(inviteFormSchema(people)),
  });
  const invite = useInvite();
  return (
    <>
      <PageHeader title="Invite somebody" back={back}>
        <p className="dim">They get a link from you, and choose their password with it.</p>
      </PageHeader>
      <FormShell
        form={form}
        name="Invitation"
        submitLabel="Make the link"
        onSubmit={(values) => invite.mutateAsync(values)}
        onDone={(link) => onMade({ email: form.getValues('email').trim(), link })}
        submitError={invite.error}
        loading={invite.isPending}
        cancelTo={paths.people()}
        draft={draft}
        errorTitle="Not invited"
      >
        <TextField
          control={form.control}
          name="email"
          type="email"
          label="Email"
          description="What they sign in with. The console sends nothing to it."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <PersonFields control={form.control as unknown as PersonFormControl} nameRequired={false} />
      </FormShell>
    </>
  );
}

interface MadeInvitationProps {
  email: string;
  link: MadeLink;
  onMore: () => void;
}

function MadeInvitation({ email, link, onMore }: MadeInvitationProps) {
  return (
    <>
      <PageHeader title={`Invitation for ${email}`} back={back} />
      <OneTimeLink heading="Invitation link" made={link} />
      <Group mt="lg" gap="xs">
        <Button component={Link} to={paths.people()}>
          Done
        </Button>
        <Button variant="default" onClick={onMore}>
          Invite somebody else
        </Button>
      </Group>
    </>
  );
}
