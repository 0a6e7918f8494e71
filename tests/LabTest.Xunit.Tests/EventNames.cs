using System.Reflection;
using System.Text.Json.Serialization;
using LabTest.Recording.Journal;

namespace LabTest.Xunit.Tests;

/// <summary>What events are called in the journal.</summary>
internal static class EventNames
{
    private static readonly Dictionary<Type, string> Names = typeof(JournalEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);

    public static string Of(JournalEvent what) => Names[what.GetType()];
}
