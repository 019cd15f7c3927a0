-- Reminders that should have gone out, by body and month, as counted from obligations and letters.
CREATE TABLE "ReminderCoverage" (
    "bodyId" UUID NOT NULL,
    "month" CHAR(7) NOT NULL,
    "due" INTEGER NOT NULL,
    "sent" INTEGER NOT NULL,
    "late" INTEGER NOT NULL,
    "none" INTEGER NOT NULL,
    "countedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReminderCoverage_pkey" PRIMARY KEY ("bodyId","month")
);

CREATE INDEX "ReminderCoverage_month_idx" ON "ReminderCoverage"("month");
