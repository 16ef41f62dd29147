/*
 * A machine that misbehaves on command. Preloaded into the program and into PostgreSQL; a page of memory says how:
 *   long long seconds   added to the clock that tells the day, never to the one that measures time
 *   int refusal         with what number every write and sync below a folder fails; 0: it works
 *   FAULT_CONTROL  the file of the page        FAULT_BELOW  the folder
 *   cc -shared -fPIC -O2 -o machine.so machine.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct control {
    volatile long long seconds;
    volatile int refusal;
};

static struct control *control;
static char below[PATH_MAX];

__attribute__((constructor)) static void begin(void)
{
    const char *page = getenv("FAULT_CONTROL"), *folder = getenv("FAULT_BELOW");
    int file = page ? open(page, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0)
        return;
    void *at = mmap(NULL, sizeof *control, PROT_READ, MAP_SHARED, file, 0);
    close(file);
    if (at == MAP_FAILED)
        return;
    snprintf(below, sizeof below, "%s/", folder ? folder : "");
    control = at;
}

static long long shift(void) { return control ? control->seconds : 0; }

int clock_gettime(clockid_t clock, struct timespec *now)
{
    int result = (int)syscall(SYS_clock_gettime, clock, now);
    if (!result && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += shift();
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
    struct timespec exact;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &exact);
    now->tv_sec = exact.tv_sec;
    now->tv_usec = exact.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *into)
{
    struct timespec exact;
    clock_gettime(CLOCK_REALTIME, &exact);
    if (into)
        *into = exact.tv_sec;
    return exact.tv_sec;
}

/* The number with which this file is refused now; 0 when it is not. */
static int refusal(int file)
{
    char link[64], path[PATH_MAX];
    int number = control ? control->refusal : 0;
    if (!number)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return strncmp(path, below, strlen(below)) ? 0 : number;
}

#define REAL(type, name, parameters) static type (*real) parameters; if (!real) real = (type (*) parameters)dlsym(RTLD_NEXT, #name)
#define REFUSE(file) do { int number = refusal(file); if (number) { errno = number; return -1; } } while (0)

ssize_t write(int file, const void *bytes, size_t count) { REAL(ssize_t, write, (int, const void *, size_t)); REFUSE(file); return real(file, bytes, count); }
ssize_t writev(int file, const struct iovec *parts, int count) { REAL(ssize_t, writev, (int, const struct iovec *, int)); REFUSE(file); return real(file, parts, count); }
ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) { REAL(ssize_t, pwrite, (int, const void *, size_t, off_t)); REFUSE(file); return real(file, bytes, count, at); }
ssize_t pwrite64(int file, const void *bytes, size_t count, off_t at) { REAL(ssize_t, pwrite64, (int, const void *, size_t, off_t)); REFUSE(file); return real(file, bytes, count, at); }
ssize_t pwritev(int file, const struct iovec *parts, int count, off_t at) { REAL(ssize_t, pwritev, (int, const struct iovec *, int, off_t)); REFUSE(file); return real(file, parts, count, at); }
ssize_t pwritev64(int file, const struct iovec *parts, int count, off_t at) { REAL(ssize_t, pwritev64, (int, const struct iovec *, int, off_t)); REFUSE(file); return real(file, parts, count, at); }
int fsync(int file) { REAL(int, fsync, (int)); REFUSE(file); return real(file); }
int fdatasync(int file) { REAL(int, fdatasync, (int)); REFUSE(file); return real(file); }
int ftruncate(int file, off_t size) { REAL(int, ftruncate, (int, off_t)); REFUSE(file); return real(file, size); }

int posix_fallocate(int file, off_t from, off_t size)
{
    REAL(int, posix_fallocate, (int, off_t, off_t));
    int number = refusal(file);
    return number ? number : real(file, from, size);
}
