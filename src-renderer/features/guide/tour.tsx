import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { announce } from '../../stores/announce.ts';
import { setPreferences } from '../../stores/app-state.ts';
import { endTour, goToTourStep, useGuide } from '../../stores/guide.ts';
import { goTo, useRoute } from '../../stores/route.ts';
import { isTakenElsewhere } from '../../stores/taken-keys.ts';
import { showError } from '../../stores/toast.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useKeyName } from '../../ui/key-names.ts';
import { letterOf } from '../../ui/key-press.ts';
import { cardPlace } from './card-place.ts';
import { showAllCards, TOUR_PLANS, TOUR_STEPS, tourWorld, type TourStep } from './tour-steps.ts';
import styles from './tour.module.css';
import { useTargetBox } from './use-target-box.ts';
import { useViewSize } from './use-view-size.ts';

/** The two-minute tour: lights up the real thing, says what to press, and goes on once it is done. It blocks nothing. */
export function Tour() {
  const number = useGuide((guide) => guide.tourStep);
  const step = number === null ? undefined : TOUR_STEPS[number];
  if (number === null || step === undefined) return null;
  return <ShownStep key={step} step={step} number={number} />;
}

function leaveTour(): void {
  endTour();
  showAllCards();
  void setPreferences({ hasSeenTour: true }).catch(showError);
}

function ShownStep(props: { readonly step: TourStep; readonly number: number }) {
  const { step, number } = props;
  const plan = TOUR_PLANS[step];
  useEffect(() => {
    if (useRoute.getState().place !== plan.place) goTo(plan.place);
    plan.begin?.();
  }, [plan]);
  useLeaveKey();
  useNextKey(number);
  const box = useTargetBox(plan.target);
  const isDone = useIsDone(step);
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => goToTourStep(number + 1), GO_ON_MS);
    return () => clearTimeout(timer);
  }, [isDone, number]);
  return (
    <>
      {box === null ? null : (
        <div
          className={styles['light']}
          style={{ left: box.left - 4, top: box.top - 4, width: box.width + 8, height: box.height + 8 }}
        />
      )}
      <TourCard step={step} number={number} isDone={isDone} box={box} />
    </>
  );
}

/** Long enough to see that it worked. */
const GO_ON_MS = 900;
const LOOK_AGAIN_MS = 200;

/** Looks until the seller has done what the step asks for. */
function useIsDone(step: TourStep): boolean {
  const [isDone, setIsDone] = useState(false);
  useEffect(() => {
    const { isDone: look } = TOUR_PLANS[step];
    if (look === null) return;
    const { batchCount } = tourWorld(false);
    let hasUndone = false;
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && letterOf(event) === 'z') hasUndone = true;
    };
    window.addEventListener('keydown', onKeyDown, true);
    const timer = setInterval(() => {
      if (look({ batchCount, hasUndone })) setIsDone(true);
    }, LOOK_AGAIN_MS);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      clearInterval(timer);
    };
  }, [step]);
  return isDone;
}

/** Esc leaves the tour where nothing else wants it: no field, dialog, drawer or selection. */
function useLeaveKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isTakenElsewhere(event)) return;
      if (useRoute.getState().openOrderId !== null) return;
      if (document.querySelector('[data-card-id][data-is-selected]') !== null) return;
      leaveTour();
    };
    // Before the board hears it and clears what was looked at here.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
}

function nextStep(number: number): void {
  if (number === TOUR_STEPS.length - 1) leaveTour();
  else goToTourStep(number + 1);
}

/** Ctrl Enter goes on without the mouse, wherever the keyboard is. */
function useNextKey(number: number): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      nextStep(number);
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [number]);
}

const CARD_WIDTH_PX = 340;

function TourCard(props: {
  readonly step: TourStep;
  readonly number: number;
  readonly isDone: boolean;
  readonly box: ReturnType<typeof useTargetBox>;
}) {
  const t = useWords();
  const key = useKeyName()('Ctrl');
  const { step, number, isDone } = props;
  const card = useRef<HTMLElement>(null);
  const [heightPx, setHeightPx] = useState(180);
  useEffect(() => setHeightPx(card.current?.offsetHeight ?? 180), [step]);
  const title = t(`guide:step.${step}.title`);
  const text = t(`guide:step.${step}.text`, { key });
  useEffect(() => announce(`${title} ${text}`), [title, text]);
  const view = useViewSize();
  const place = cardPlace(props.box, { width: CARD_WIDTH_PX, height: heightPx }, view);
  const isLast = number === TOUR_STEPS.length - 1;
  return (
    <section
      ref={card}
      className={styles['card']}
      style={{ ...place, width: CARD_WIDTH_PX }}
      aria-label={t('guide:tour.label')}
    >
      <header>
        <small>{t('guide:tour.step', { number: number + 1, total: TOUR_STEPS.length })}</small>
        <IconButton icon="cross" label={t('guide:tour.leave')} onPress={leaveTour} />
      </header>
      <h2>{title}</h2>
      <p>{text}</p>
      <footer>
        {isDone ? (
          <span className={styles['done']}>
            <Icon name="check" />
            {t('guide:tour.done')}
          </span>
        ) : null}
        {number === 0 ? null : (
          <Button kind="quiet" onPress={() => goToTourStep(number - 1)}>
            {t('guide:tour.back')}
          </Button>
        )}
        <Button kind={isLast ? 'primary' : 'plain'} keys={['Ctrl Enter']} onPress={() => nextStep(number)}>
          {isLast ? t('guide:tour.finish') : t('guide:tour.next')}
        </Button>
      </footer>
    </section>
  );
}
