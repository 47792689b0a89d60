"""`upstander init`: a handful of questions, and the file that their answers make."""
