using LabTest.Cli;
using LabTest.Recording.Terminal;

var surroundings = new Surroundings(Screen.Standard(), Screen.StandardError(), Environment.CurrentDirectory, Environment.GetEnvironmentVariable, TimeProvider.System);
return await LabTestCommand.Run(args, surroundings).ConfigureAwait(false);
