import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { paths } from '#src/app/paths.ts';
import { useCan, useSession } from '#src/features/session/queries.ts';
import { Message } from '#src/ui/Message.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { MyAvailability } from './MyAvailability.tsx';

/** What a manager opens on a phone: whether calls come, a switch for each widget, and the way to the hours. */
export function MePage() {
  const userId = useSession().person?.user_id ?? null;
  const can = useCan();
  return (
    <>
      <PageHeader title="My availability" />
      {userId !== null && can('me') ? (
        <MyAvailability userId={userId} />
      ) : (
        <Message
          heading="You take no calls yourself"
          text={
            userId === null
              ? 'Your account is not linked to a user of CallPage, so there is nothing to switch here. An operator can link it on the People page.'
              : 'Your role reads availability and does not change it. An operator can change your role on the People page.'
          }
          action={
            can('people') && (
              <Button component={Link} to={paths.people()} variant="default">
                Go to People
              </Button>
            )
          }
        />
      )}
    </>
  );
}
