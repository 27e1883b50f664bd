import { useEffect, type RefObject } from 'react';
import { changeSelection, useBoardView } from './board-view.ts';
import { laneLists } from './lane-lists.ts';
import type { Lane } from './lanes.ts';
import { boxBetween, coveredPart, isFarEnough, scrollStep, type Box, type Point } from './marquee-model.ts';
import { clear, selectAll, type Selection } from './selection-model.ts';

/** A marquee under way. */
interface Drawing {
  readonly from: Point;
  readonly pointerId: number;
  /** What was selected before; Esc goes back to it. */
  readonly before: Selection;
  /** Ctrl or Shift: what was selected stays. */
  readonly isAdding: boolean;
  readonly scrollTops: ReadonlyMap<Lane, number>;
  to: Point;
  isDrawn: boolean;
}

/** Draws a box over the lanes with the mouse and selects what it touches. Begins on empty ground; Esc takes it back. */
export function useMarquee(board: RefObject<HTMLElement | null>, box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const ground = board.current;
    if (ground === null) return;
    const marquee = new Marquee(ground, () => box.current);
    return marquee.listen();
  }, [board, box]);
}

class Marquee {
  private drawing: Drawing | null = null;
  private frame = 0;
  private readonly ground: HTMLElement;
  private readonly boxOf: () => HTMLElement | null;

  constructor(ground: HTMLElement, boxOf: () => HTMLElement | null) {
    this.ground = ground;
    this.boxOf = boxOf;
  }

  listen(): () => void {
    const { ground } = this;
    ground.addEventListener('pointerdown', this.press);
    window.addEventListener('pointermove', this.move);
    window.addEventListener('pointerup', this.release);
    window.addEventListener('pointercancel', this.giveUp);
    window.addEventListener('keydown', this.key, true);
    return () => {
      ground.removeEventListener('pointerdown', this.press);
      window.removeEventListener('pointermove', this.move);
      window.removeEventListener('pointerup', this.release);
      window.removeEventListener('pointercancel', this.giveUp);
      window.removeEventListener('keydown', this.key, true);
      this.end();
    };
  }

  private readonly press = (event: PointerEvent): void => {
    if (event.button !== 0 || event.pointerType === 'touch' || !isEmptyGround(event.target)) return;
    const point = { x: event.clientX, y: event.clientY };
    this.drawing = {
      from: point,
      to: point,
      pointerId: event.pointerId,
      before: useBoardView.getState().selection,
      isAdding: event.ctrlKey || event.metaKey || event.shiftKey,
      scrollTops: new Map([...laneLists()].map(([lane, { scroller }]) => [lane, scroller.scrollTop])),
      isDrawn: false,
    };
  };

  private readonly move = (event: PointerEvent): void => {
    const { drawing } = this;
    if (drawing === null || event.pointerId !== drawing.pointerId) return;
    drawing.to = { x: event.clientX, y: event.clientY };
    if (drawing.isDrawn || !isFarEnough(drawing.from, drawing.to)) return;
    drawing.isDrawn = true;
    this.ground.setPointerCapture(drawing.pointerId);
    this.frame = requestAnimationFrame(this.draw);
  };

  /** Once a frame: scrolls at the edges, draws the box, selects. */
  private readonly draw = (): void => {
    const { drawing } = this;
    if (drawing === null) return;
    scrollUnder(drawing.to);
    const ids = touchedIds(drawing);
    changeSelection((now) => {
      const wanted = drawing.isAdding ? new Set([...drawing.before.ids, ...ids]) : new Set(ids);
      return isSameSet(now.ids, wanted) ? now : selectAll(now, [...wanted]);
    });
    placeBox(this.boxOf(), drawing);
    this.frame = requestAnimationFrame(this.draw);
  };

  private readonly release = (): void => {
    const { drawing } = this;
    if (drawing === null) return;
    // A press on empty ground that went nowhere lets go of what was selected.
    if (!drawing.isDrawn && !drawing.isAdding && drawing.before.ids.size > 0) changeSelection(clear);
    this.end();
  };

  private readonly giveUp = (): void => {
    const before = this.drawing?.before;
    this.end();
    if (before !== undefined) changeSelection(() => before);
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.drawing?.isDrawn !== true) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.giveUp();
  };

  private end(): void {
    cancelAnimationFrame(this.frame);
    if (this.drawing !== null && this.ground.hasPointerCapture(this.drawing.pointerId)) {
      this.ground.releasePointerCapture(this.drawing.pointerId);
    }
    this.drawing = null;
    const box = this.boxOf();
    if (box !== null) box.hidden = true;
  }
}

function isEmptyGround(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-card-id], button, a, input, [role="listbox"]') === null;
}

function scrollUnder(to: Point): void {
  for (const { scroller } of laneLists().values()) {
    const box = scroller.getBoundingClientRect();
    if (to.x < box.left || to.x > box.right) continue;
    const step = scrollStep(box, to.y);
    if (step !== 0) scroller.scrollTop += step;
  }
}

function touchedIds(drawing: Drawing): string[] {
  return [...laneLists()].flatMap(([lane, { scroller, idsBetween }]) => {
    const part = coveredPart(drawing, {
      box: cardsBox(scroller),
      scrollTop: scroller.scrollTop,
      scrollTopAtStart: drawing.scrollTops.get(lane) ?? scroller.scrollTop,
    });
    return part === null ? [] : idsBetween(part.topPx, part.bottomPx);
  });
}

/** A list is this much wider than its cards, for their shadows (px, lane-cards.module.css). */
const LIST_MARGIN_PX = 8;

function cardsBox(scroller: HTMLElement): Box {
  const { left, right, top, bottom } = scroller.getBoundingClientRect();
  return { left: left + LIST_MARGIN_PX, right: right - LIST_MARGIN_PX, top, bottom };
}

function placeBox(element: HTMLElement | null, drawing: Drawing): void {
  if (element === null) return;
  const { left, top, right, bottom } = boxBetween(drawing.from, drawing.to);
  element.hidden = false;
  element.style.transform = `translate(${left}px, ${top}px)`;
  element.style.width = `${right - left}px`;
  element.style.height = `${bottom - top}px`;
}

function isSameSet(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...right].every((id) => left.has(id));
}
