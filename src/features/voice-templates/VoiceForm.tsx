import { zodResolver } from '@hookform/resolvers/zod';
import { useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import type { VoiceMessage } from '#src/api/wire/voice.ts';
import { paths } from '#src/app/paths.ts';
import { voiceName } from '#src/domain/messages.ts';
import { ChangedError } from '#src/lib/changed-error.ts';
import { FormShell } from '#src/ui/FormShell.tsx';
import { SwitchField } from '#src/ui/fields/SwitchField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { notify } from '#src/ui/notify.tsx';
import { useDraftForm } from '#src/ui/use-draft-form.ts';
import { differences, recordedUrl, VoiceFormValues, valuesOf, voiceFormSchema } from './form-values.ts';
import { Player } from './Player.tsx';
import { useSaveVoice } from './queries.ts';
import { readRecordingUrl } from './recording-url.ts';

export function VoiceForm({ widgetId, message }: { widgetId: number; message: VoiceMessage }) {
  const { message_id } = message;
  const { form, draft } = useDraftForm({
    draftKey: paths.widgetVoiceMessage(widgetId, message_id),
    values: VoiceFormValues,
    initial: valuesOf(message),
    resolver: zodResolver(voiceFormSchema(recordedUrl(message))),
  });
  const file = readRecordingUrl(useWatch({ control: form.control, name: 'file' }));
  const save = useSaveVoice(widgetId, message_id);
  const navigate = useNavigate();
  const name = voiceName(message_id);

  return (
    <FormShell
      form={form}
      name="Edit voice message"
      submitLabel="Save message"
      onSubmit={(content) => {
        const baseline = draft.baseline();
        return save.mutateAsync({
          ...content,
          check: (current) => {
            const changed = differences(baseline, valuesOf(current));
            if (changed.length > 0) throw new ChangedError('message', changed, valuesOf(current));
          },
        });
      }}
      onDone={() => {
        notify.success({ title: 'Message saved', message: name });
        void navigate(paths.widgetVoice(widgetId));
      }}
      submitError={save.error}
      onResolved={save.reset}
      loading={save.isPending}
      cancelTo={paths.widgetVoice(widgetId)}
      draft={draft}
    >
      <TextField
        control={form.control}
        name="file"
        label="Address of the recording"
        description="An .mp3, .mpga or .wav file, 10 MB at most, that CallPage can fetch. With an https address it can be played here."
        placeholder="https://example.com/greeting.mp3"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {file.ok && <Player url={file.url} name={name} key={file.url} />}
      <SwitchField
        control={form.control}
        name="enabled"
        label="Enabled"
        description="A disabled message keeps its recording and is not played."
      />
    </FormShell>
  );
}
