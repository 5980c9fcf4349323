import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import type { VoiceMessage } from '#src/api/wire/voice.ts';
import { paths } from '#src/app/paths.ts';
import { voiceName } from '#src/domain/messages.ts';
import { FormShell } from '#src/ui/FormShell.tsx';
import { SwitchField } from '#src/ui/fields/SwitchField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { notify } from '#src/ui/notify.tsx';
import { useDraft } from '#src/ui/use-draft.ts';
import { recordedUrl, VoiceFormValues, valuesOf, voiceFormSchema } from './form-values.ts';
import { Player } from './Player.tsx';
import { useSaveVoice } from './queries.ts';
import { readRecordingUrl } from './recording-url.ts';

export function VoiceForm({ widgetId, message }: { widgetId: number; message: VoiceMessage }) {
  const { message_id } = message;
  const draftKey = paths.widgetVoiceMessage(widgetId, message_id);
  const draft = useDraft(draftKey, VoiceFormValues, valuesOf(message));
  const form = useForm({
    resolver: zodResolver(voiceFormSchema(recordedUrl(message))),
    defaultValues: draft.baseline,
    values: draft.values,
    resetOptions: { keepDefaultValues: true },
  });
  const file = readRecordingUrl(useWatch({ control: form.control, name: 'file' }));
  const save = useSaveVoice(widgetId, message_id);
  const navigate = useNavigate();
  const name = voiceName(message_id);

  return (
    <FormShell
      form={form}
      name="Edit voice message"
      submitLabel="Save recording"
      onSubmit={(content) => save.mutateAsync(content)}
      onDone={() => {
        notify.success({ title: 'Message saved', message: name });
        void navigate(paths.widgetVoice(widgetId));
      }}
      submitError={save.error}
      loading={save.isPending}
      cancelTo={paths.widgetVoice(widgetId)}
      draftKey={draftKey}
      restored={draft.restored}
    >
      <TextField
        control={form.control}
        name="file"
        label="Address of the recording"
        description="An .mp3, .mpga or .wav file of 10 MB at most that CallPage can fetch. Leave it as it is to keep the recording."
        placeholder="https://example.com/greeting.mp3"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      {file.ok && (
        <div>
          {file.url.startsWith('http:') && (
            <p className="dim">Over http some browsers refuse to play it; https plays everywhere.</p>
          )}
          <Player url={file.url} name={name} key={file.url} />
        </div>
      )}
      <SwitchField
        control={form.control}
        name="enabled"
        label="Enabled"
        description="A disabled message keeps its recording and is not played."
      />
    </FormShell>
  );
}
