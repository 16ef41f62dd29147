/*
 * What a disk would hold after a power cut. Preloaded into PostgreSQL: a file reaches the copy of the cluster only when it was
 * synced, as it was at that moment. Names are as a journaling file system keeps them: removed, renamed and made in order.
 *   POWERCUT_FROM  the cluster        POWERCUT_TO  the copy, complete at the start
 *   POWERCUT_BLIND set: the write-ahead log is not copied, so that whoever uses this must find losses
 *   cc -shared -fPIC -O2 -o powercut.so powercut.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char from[PATH_MAX], to[PATH_MAX];
static int (*real_fsync)(int), (*real_fdatasync)(int), (*real_rename)(const char *, const char *), (*real_unlink)(const char *), (*real_mkdir)(const char *, mode_t);

__attribute__((constructor)) static void begin(void)
{
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_rename = dlsym(RTLD_NEXT, "rename");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_mkdir = dlsym(RTLD_NEXT, "mkdir");
    if (getenv("POWERCUT_FROM") && getenv("POWERCUT_TO")) {
        snprintf(from, sizeof from, "%s", getenv("POWERCUT_FROM"));
        snprintf(to, sizeof to, "%s", getenv("POWERCUT_TO"));
    }
}

/* The place of an absolute path in the copy; 0 when it is not below the cluster. */
static int copy_of(const char *path, char *copy)
{
    size_t length = strlen(from);
    if (!length || strncmp(path, from, length) || path[length] != '/' || strstr(path, " (deleted)"))
        return 0;
    return snprintf(copy, PATH_MAX, "%s%s", to, path + length) < PATH_MAX;
}

/* PostgreSQL names files from its own folder, by that folder's name in /proc or from the root. */
static int copy_of_name(const char *name, char *copy)
{
    static const char here[] = "/proc/self/cwd/";
    char folder[PATH_MAX], path[2 * PATH_MAX];
    if (!from[0])
        return 0;
    if (!strncmp(name, here, sizeof here - 1))
        name += sizeof here - 1;
    if (name[0] == '/')
        return copy_of(name, copy);
    if (!getcwd(folder, sizeof folder))
        return 0;
    while (name[0] == '.' && name[1] == '/')
        name += 2;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return copy_of(path, copy);
}

static void give_up(const char *what, const char *path)
{
    fprintf(stderr, "powercut: %s %s\n", what, path);
    abort();
}

static void keep(int file)
{
    char link[64], path[PATH_MAX], copy[PATH_MAX], draft[PATH_MAX + 64];
    struct stat about;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = from[0] ? readlink(link, path, sizeof path - 1) : -1;
    if (length < 0)
        return;
    path[length] = 0;
    if (getenv("POWERCUT_BLIND") && strstr(path, "/pg_wal/"))
        return;
    if (!copy_of(path, copy) || fstat(file, &about) || !S_ISREG(about.st_mode))
        return;
    snprintf(draft, sizeof draft, "%s/powercut.%d.%d", to, getpid(), gettid());
    int source = open(path, O_RDONLY | O_CLOEXEC), target = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (source < 0) { /* removed meanwhile */
        if (target >= 0)
            close(target);
        real_unlink(draft);
        return;
    }
    if (target < 0)
        give_up("cannot write", draft);
    ssize_t moved;
    while ((moved = copy_file_range(source, NULL, target, NULL, 1 << 26, 0)) > 0)
        ;
    close(source);
    if (moved < 0 || close(target) || real_rename(draft, copy))
        give_up("cannot keep", copy);
}

int fsync(int file)
{
    int result = real_fsync(file);
    if (!result)
        keep(file);
    return result;
}

int fdatasync(int file)
{
    int result = real_fdatasync(file);
    if (!result)
        keep(file);
    return result;
}

int rename(const char *old, const char *new)
{
    char old_copy[PATH_MAX], new_copy[PATH_MAX];
    int result = real_rename(old, new);
    if (!result && copy_of_name(old, old_copy) && copy_of_name(new, new_copy))
        real_rename(old_copy, new_copy); /* what was never synced has no copy */
    return result;
}

int unlink(const char *name)
{
    char copy[PATH_MAX];
    int result = real_unlink(name);
    if (!result && copy_of_name(name, copy))
        real_unlink(copy);
    return result;
}

int mkdir(const char *name, mode_t mode)
{
    char copy[PATH_MAX];
    int result = real_mkdir(name, mode);
    if (!result && copy_of_name(name, copy))
        real_mkdir(copy, mode);
    return result;
}
