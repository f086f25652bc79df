"""An invented country of any size, for benchmarks: real units, made-up people and work; written in bulk."""
