using FluentAssertions.Common;

namespace LabTest.Recording.Assertions;

/// <summary>
/// Makes every failed assertion of FluentAssertions a <see cref="LimitException"/>, so that xUnit v3, which it does not know, can tell an
/// assertion from an accident. FluentAssertions keeps this in a static of its own; it is set once, when a run begins.
/// </summary>
internal static class LimitFailures
{
    public static void Install() => Services.ThrowException = static message => throw new LimitException(message);
}
