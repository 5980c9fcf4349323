import './styles/mantine.ts';
import '@mantine/core/styles/Notification.css';
import '@mantine/notifications/styles.css';
import { Button } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import type { Notice } from './notify.tsx';

export default function NotificationRegion() {
  return <Notifications position="bottom-right" limit={4} />;
}

export function showNotification(tone: 'error' | 'success', { title, message, action }: Notice) {
  const failed = tone === 'error';
  const id = crypto.randomUUID();
  notifications.show({
    id,
    title,
    message: action ? (
      <>
        {message}
        <Button
          variant="default"
          size="xs"
          mt="xs"
          display="block"
          onClick={() => {
            notifications.hide(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      </>
    ) : (
      message
    ),
    role: failed ? 'alert' : 'status',
    color: failed ? 'red' : 'teal',
    autoClose: failed || action ? false : 5000,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close notification' },
  });
}
