"use client";

import { closePanel } from "../members/panel-address";
import { WalkInSheet } from "./walk-in-sheet";

/** Beside a list: closing it leaves the list as it was opened. */
export const DeskWalkIn = () => <WalkInSheet onClose={closePanel} />;
