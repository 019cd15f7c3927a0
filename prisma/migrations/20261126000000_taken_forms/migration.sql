-- A form that was sent and taken, by its one-time key: the same form sent twice, even at the same moment, makes one thing.
CREATE TABLE "TakenForm" (
    "personId" UUID NOT NULL,
    "key" UUID NOT NULL,
    "stream" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TakenForm_pkey" PRIMARY KEY ("personId","key")
);
