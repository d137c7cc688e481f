/// How often this process has asked for memory; -1 where nobody counts (only glibc lets us).
long allocations_so_far(void);
