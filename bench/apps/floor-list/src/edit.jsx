import { useEffect } from 'react';
import { Button, Stack, Switch, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
export default function EditPage() {
  const { id } = useParams();
  const nav = useNavigate();
  const qc = useQueryClient();
  const { data } = useQuery({
    queryKey: ['widget', id],
    queryFn: async () => (await fetch(`/api/widgets/${id}`)).json(),
  });
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { url: '', description: '', enabled: false, locale_code: '' },
  });
  useEffect(() => {
    if (data) form.initialize(data);
  }, [data]);
  const m = useMutation({
    mutationFn: (v) => fetch(`/api/widgets/${id}`, { method: 'PUT', body: JSON.stringify(v) }),
    onSuccess: () => {
      qc.invalidateQueries();
      nav('/widgets');
    },
  });
  return (
    <form onSubmit={form.onSubmit((v) => m.mutate(v))}>
      <Stack maw={520}>
        <Title order={2}>Edit</Title>
        <TextInput label="URL" key={form.key('url')} {...form.getInputProps('url')} />
        <TextInput label="Description" key={form.key('description')} {...form.getInputProps('description')} />
        <TextInput label="Locale" key={form.key('locale_code')} {...form.getInputProps('locale_code')} />
        <Switch label="Enabled" key={form.key('enabled')} {...form.getInputProps('enabled', { type: 'checkbox' })} />
        <Button type="submit">Save</Button>
      </Stack>
    </form>
  );
}
