import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { PrinterView } from '../../../src-main/contract/methods/printers.ts';
import { invoke } from '../../client/client.ts';
import { printerName } from '../../i18n/printer-name.ts';
import { useWords } from '../../i18n/use-words.ts';
import { closePrinterSetUp, usePrinterSetUp } from '../../stores/printer-set-up.ts';
import { showError, showToast } from '../../stores/toast.ts';
import { Button } from '../../ui/button.tsx';
import { Steps } from '../../ui/steps.tsx';
import { draftOfFound, draftOfPrinter, saveInput, stepsOf, type Draft, type Step } from './draft.ts';
import { FindStep } from './find-step.tsx';
import { FinishStep } from './finish-step.tsx';
import { FrameStep } from './frame-step.tsx';
import { LanguageStep } from './language-step.tsx';
import { PaperStep } from './paper-step.tsx';
import styles from './set-up.module.css';

/** The guide over the whole window, while a printer is being set up. */
export function PrinterSetUp() {
  const open = usePrinterSetUp((store) => store.open);
  if (open === null) return null;
  return <Guide printer={open.printer} />;
}

function Guide(props: { readonly printer: PrinterView | null }) {
  const t = useWords();
  const { printer } = props;
  const [draft, setDraft] = useState<Draft | null>(() => (printer === null ? null : draftOfPrinter(printer)));
  const [step, setStep] = useState<Step>(printer === null ? 'find' : firstStep(printer));
  const [isSaving, setIsSaving] = useState(false);
  const steps = stepsOf(draft);
  const at = steps.indexOf(step);
  const next = steps[at + 1] ?? 'finish';
  const before = steps[at - 1];
  const begin = (chosen: Draft) => {
    setDraft(chosen);
    setStep(firstStep(chosen));
  };
  const save = async () => {
    if (draft === null) return;
    setIsSaving(true);
    try {
      const { id } = await invoke('printers.save', saveInput(draft));
      // Its card says at once how it is; a printer that does not answer is no fault of saving.
      invoke('printers.askStatus', { id }).catch(() => undefined);
      showToast({ text: t('printers:saved', { name: draft.name.trim() }) });
      closePrinterSetUp();
    } catch (thrown) {
      showError(thrown);
    }
    setIsSaving(false);
  };
  return (
    <ModalOverlay
      className={styles['overlay'] ?? ''}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) closePrinterSetUp();
      }}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog className={styles['screen'] ?? ''} aria-label={t('printers:title')}>
          <header className={styles['head']}>
            <Heading slot="title" className={styles['title'] ?? ''}>
              {printer === null ? t('printers:title') : printerName(printer, t)}
            </Heading>
            <Steps steps={steps.map((id) => ({ id, text: t(`printers:steps.${id}`) }))} now={step} />
          </header>
          <main className={styles['middle']}>
            {draft === null || step === 'find' ? (
              <FindStep onPick={(found) => begin(draftOfFound(found))} onAddress={begin} />
            ) : (
              <DraftStep
                step={step}
                draft={draft}
                onChange={setDraft}
                onNext={(known) => {
                  setDraft(known);
                  setStep(stepsOf(known)[stepsOf(known).indexOf('frame')] ?? 'frame');
                }}
                onWhole={() => setStep('finish')}
              />
            )}
          </main>
          <footer className={styles['foot']}>
            {before === undefined || (before === 'find' && printer !== null) ? null : (
              <Button icon="back" onPress={() => setStep(before)}>
                {t('printers:back')}
              </Button>
            )}
            <span className={styles['grow']} />
            <Button kind="quiet" onPress={closePrinterSetUp}>
              {t('printers:later')}
            </Button>
            {step === 'paper' ? (
              <Button
                kind="primary"
                size="large"
                isDisabled={draft === null || draft.name.trim() === ''}
                onPress={() => setStep(next)}
              >
                {t('printers:next')}
              </Button>
            ) : null}
            {step === 'finish' || (step !== 'find' && printer !== null) ? (
              <Button kind="primary" size="large" isBusy={isSaving} onPress={() => void save()}>
                {t('printers:save')}
              </Button>
            ) : null}
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Where the guide goes on once the printer is chosen. */
function firstStep({ address }: Pick<Draft, 'address'>): Step {
  return address.kind === 'print-client' ? 'finish' : 'paper';
}

function DraftStep(props: {
  readonly step: Step;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly onNext: (draft: Draft) => void;
  readonly onWhole: () => void;
}) {
  const { step, draft, onChange } = props;
  if (step === 'paper') return <PaperStep draft={draft} onChange={onChange} />;
  if (step === 'language') return <LanguageStep draft={draft} onChange={onChange} onKnown={props.onNext} />;
  if (step === 'frame') return <FrameStep draft={draft} onChange={onChange} onWhole={props.onWhole} />;
  return <FinishStep draft={draft} />;
}
