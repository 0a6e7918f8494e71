using LabTest.Bench;
using LabTest.Bench.Formats;
using LabTest.Bench.Spine;

await using var formats = new FormatsGroup();
await using var spine = new SpineGroup();
IGroup[] groups = [formats, spine];

if (args.Length == 0 || Array.Find(groups, g => g.Name == args[0]) is not { } group)
{
    Console.Error.WriteLine($"Name a group: {string.Join(", ", groups.Select(g => g.Name))}; then, if you like, a part of a row's name.");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
return await Runner.Run(group, args.ElementAtOrDefault(1), stop.Token);
