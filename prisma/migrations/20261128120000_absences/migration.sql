-- Officials who are away, and who acts in their place on which days.
CREATE TABLE "Absence" (
    "id" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "coverId" UUID NOT NULL,
    "fromDay" CHAR(10) NOT NULL,
    "untilDay" CHAR(10) NOT NULL,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Absence_untilDay_idx" ON "Absence"("untilDay");
CREATE INDEX "Absence_coverId_untilDay_idx" ON "Absence"("coverId", "untilDay");
CREATE INDEX "Absence_personId_untilDay_idx" ON "Absence"("personId", "untilDay");
