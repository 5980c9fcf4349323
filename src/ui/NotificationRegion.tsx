import './styles/mantine.ts';
import '@mantine/core/styles/Notification.css';
import '@mantine/notifications/styles.css';
import { Notifications, notifications } from '@mantine/notifications';

export default function NotificationRegion() {
  return <Notifications position="bottom-right" limit={4} />;
}

export function showNotification(tone: 'error' | 'success', notice: { title: string; message: string }) {
  const failed = tone === 'error';
  notifications.show({
    ...notice,
    role: failed ? 'alert' : 'status',
    color: failed ? 'red' : 'teal',
    autoClose: failed ? false : 5000,
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Close notification' },
  });
}
