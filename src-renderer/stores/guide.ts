import { create } from 'zustand';

/** The tour and the help panel: both lie beside what one is doing and block nothing. */
interface GuideStore {
  /** The step of the tour that is shown, from 0; null: no tour. */
  readonly tourStep: number | null;
  readonly isHelpOpen: boolean;
}

export const useGuide = create<GuideStore>(() => ({ tourStep: null, isHelpOpen: false }));

/** Begins the two-minute tour; the help goes out of its way. */
export function startTour(): void {
  useGuide.setState({ tourStep: 0, isHelpOpen: false });
}

export function goToTourStep(tourStep: number): void {
  useGuide.setState({ tourStep });
}

export function endTour(): void {
  useGuide.setState({ tourStep: null });
}

/** Opens the help at the place one is in. */
export function openHelpPanel(): void {
  useGuide.setState({ isHelpOpen: true });
}

/** Opens the help, or closes it. */
export function toggleHelp(): void {
  useGuide.setState(({ isHelpOpen }) => ({ isHelpOpen: !isHelpOpen }));
}

export function closeHelpPanel(): void {
  useGuide.setState({ isHelpOpen: false });
}
