-- PDF files are read for the index of words: those that were passed over are looked at again by the job search.
UPDATE "File" SET indexed = false WHERE type = 'application/pdf' AND indexed;
